namespace Disclosure.Web.Setup;

/// <summary>
/// Refuses circuits and changes to pages of another site or port: cookies do not tell ports of one host apart, only the Origin does.
/// </summary>
internal static class OwnPages
{
    /// <summary>What the refused page is told; the server's own log names path and Origin.</summary>
    public const string Refusal = "这个请求来自别的网站或端口，已拒绝；请从本系统自己的页面办理。";

    public static void UseOwnPagesOnly(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                if (Concerns(context.Request) && !IsOwn(context.Request))
                {
                    app.Logger.LogWarning(
                        "A request to {Path} from the page {Origin} (Sec-Fetch-Site {Site}) was refused",
                        context.Request.Path,
                        context.Request.Headers.Origin,
                        context.Request.Headers["Sec-Fetch-Site"]
                    );
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    context.Response.ContentType = "text/plain; charset=utf-8";
                    await context.Response.WriteAsync(Refusal);
                    return;
                }
                await next();
            }
        );

    // A circuit is opened by GET too (the WebSocket), and everything can be done through it.
    private static bool Concerns(HttpRequest request) =>
        request.Path.StartsWithSegments("/_blazor")
        || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method));

    private static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        // A browser that says the page is foreign is believed, whatever Origin says.
        return site is "" or "same-origin" or "none"
            && request.Headers.Origin is var origin
            // No browser leaves Origin out of a changing request; a program without it has no cookie it did not fetch itself.
            && (origin.Count == 0 || (origin.Count == 1 && IsOwn(origin[0]!, request)));
    }

    private static bool IsOwn(string origin, HttpRequest request)
    {
        if (
            !Uri.TryCreate(origin, UriKind.Absolute, out var page)
            || page.Scheme is not ("http" or "https")
            || page.UserInfo.Length > 0
            || (request.IsHttps && page.Scheme != "https")
        )
        {
            return false;
        }
        // A proxy that ends TLS hands the public name on in Host and speaks http to this side, so that Origin says https and the request
        // http. Forwarded headers are not configured, therefore a missing port stands for the default one of Origin's scheme, not of the
        // request's. What this lets through is an https page on port 443 of the very host that serves this program on port 80 without TLS.
        var defaultPort = page.Scheme == "https" ? 443 : 80;
        return string.Equals(page.Host, request.Host.Host, StringComparison.OrdinalIgnoreCase)
            && page.Port == (request.Host.Port ?? defaultPort);
    }
}
