using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Disclosure.Core.Files.Reading;

/// <summary>How pages are read: the library's options, and what it may cost.</summary>
internal sealed class PdfReading : ParsingOptions
{
    /// <summary>Stops the reading between two steps.</summary>
    public required CancellationToken Stop { get; init; }

    /// <summary>Most letters of one page.</summary>
    public required int MostLetters { get; init; }

    /// <summary>Layers that are not shown; set once the document is open.</summary>
    public PdfLayers Layers { get; set; } = PdfLayers.None;
}

/// <summary>Reads pages of a PDF for <see cref="PdfPage"/>; made by the library, which hands over its parts.</summary>
internal sealed class PdfPageReader : BasePageFactory<PdfPage>
{
    /// <summary>Called by the library.</summary>
    public PdfPageReader(
        IPdfTokenScanner scanner,
        IResourceStore resources,
        ILookupFilterProvider filters,
        IPageContentParser parser,
        ParsingOptions options
    )
        : base(scanner, resources, filters, parser, options) { }

    /// <inheritdoc/>
    protected override PdfPage ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations
    )
    {
        var canvas = new PdfCanvas(
            pageNumber,
            ResourceStore,
            PdfScanner,
            PageContentParser,
            FilterProvider,
            cropBox,
            userSpaceUnit,
            rotation,
            initialMatrix,
            (PdfReading)ParsingOptions
        );
        return canvas.Process(pageNumber, operations);
    }
}
