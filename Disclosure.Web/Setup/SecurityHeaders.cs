using Microsoft.AspNetCore.StaticAssets;

namespace Disclosure.Web.Setup;

/// <summary>What browsers are told to refuse, and how long to keep an answer. No script stands in a page, so none needs a nonce.</summary>
internal static class SecurityHeaders
{
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; object-src 'none'; base-uri 'self'; form-action 'self'";

    private const string NeverKeep = "no-cache, no-store";
    private const string AskEachTime = "no-cache";

    // Program files of everyone, without a word of the bureau; another text has another address.
    private const string KeepForAYear = "public, max-age=31536000, immutable";

    public static void UseSecurityHeaders(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = ContentPolicy;
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "DENY";
                headers["Referrer-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                context.Response.OnStarting(SayHowLongToKeep, context);
                return next();
            }
        );

    /// <summary>One rule an answer, said last: what parts of the pipeline say before it may name several.</summary>
    private static Task SayHowLongToKeep(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.CacheControl = RuleFor(context);
        if (headers.CacheControl == NeverKeep)
        {
            headers.Pragma = "no-cache";
        }
        return Task.CompletedTask;
    }

    private static string RuleFor(HttpContext context)
    {
        var found =
            context.Response.StatusCode
            is StatusCodes.Status200OK
                or StatusCodes.Status206PartialContent
                or StatusCodes.Status304NotModified;
        if (!found || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not { } file)
        {
            // What stands on a page of the bureau is nobody's to keep.
            return NeverKeep;
        }
        return file.Properties.Any(p => p.Name == "fingerprint") ? KeepForAYear : AskEachTime;
    }
}
