using Disclosure.Core.Audit;
using Disclosure.Core.Evidence;
using Disclosure.Core.Forms;
using Disclosure.Core.Store;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Web.Setup;

/// <summary>What the modules of Core need from outside the store: the anchor's file and the fonts.</summary>
internal static class OutsideServices
{
    public static void AddServicesOutsideTheStore(this WebApplicationBuilder builder)
    {
        var anchor = Installation.AnchorFile(builder.Configuration);
        builder.Services.AddSingleton(s => new AuditAnchor(s.GetRequiredService<IDbContextFactory<DisclosureDb>>(), anchor));
        builder.Services.AddSingleton(builder.Configuration.GetSection("Disclosure:Fonts").Get<FontOptions>() ?? new FontOptions());
        builder.Services.AddSingleton<FormPrinter>();
        if (!builder.Configuration.GetValue("Disclosure:ExamineInside", false))
        {
            builder.Services.AddSingleton<IExaminesFiles>(new ExaminerProcess(Installation.Store(builder.Configuration).ExaminingFolder));
        }
        builder.Services.AddSingleton(new Site(builder.Configuration["Disclosure:Address"] ?? ""));
    }
}
