using System.Globalization;
using System.Threading.RateLimiting;
using Disclosure.Core.Bureau;
using Disclosure.Core.Deadlines;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;

namespace Disclosure.Web.Setup;

/// <summary>Names, times and the settings of signing in.</summary>
internal static class Accounts
{
    /// <summary>Rate limit of the sign-in form.</summary>
    public const string SignInLimit = "sign-in";

    /// <summary>Claim with the UTC tick at which the person signed in.</summary>
    public const string SignedInAt = "disclosure:signed-in-at";

    public const string SignInPath = "/account/sign-in";
    public const string PasswordPath = "/account/password";

    /// <summary>Without a sign of life for so long a session ends.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(DueDates.IdleMinutes);

    /// <summary>After so long every session ends.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(DueDates.SessionHours);

    // OWASP asks for 210,000 rounds of PBKDF2 with SHA-512.
    private const int Iterations = 220_000;

    // Everybody's password of a demonstration stands on its sign-in page: a slow hash protects nothing there, and confirming passwords
    // took two thirds of the time in which a demonstration is filled.
    private const int IterationsOfADemonstration = 1_000;
    private const int TriesAMinute = 20;

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var iterations = Installation.IsDemonstration(builder.Configuration) ? IterationsOfADemonstration : Iterations;
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = iterations);
        services.AddSingleton<IPasswordHasher<Staff>, PasswordHasher<Staff>>();
        services.AddScoped<IUserStore<Staff>, StaffStore>();
        services.AddIdentityCore<Staff>().AddSignInManager();
        // The column compares without case; Identity's upper-casing would only hide the name as it was given.
        services.AddScoped<ILookupNormalizer, NameAsGiven>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, Cookie);
        services.AddHttpContextAccessor();
        services.AddScoped<SessionGuard>();
        services.AddScoped<CircuitActivity>();
        services.AddScoped<CircuitHandler>(s => s.GetRequiredService<CircuitActivity>());
        services.AddScoped<AuthenticationStateProvider, CircuitSessions>();
        services.AddCascadingAuthenticationState();
        services.AddScoped<CurrentActor>();
        services.AddRateLimiter(Limit);
    }

    private static void Cookie(CookieAuthenticationOptions o)
    {
        o.Cookie.Name = "disclosure";
        o.Cookie.HttpOnly = true;
        o.Cookie.SameSite = SameSiteMode.Lax;
        o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        o.ExpireTimeSpan = Idle;
        o.SlidingExpiration = true;
        o.LoginPath = SignInPath;
        o.LogoutPath = "/account/sign-out";
        o.AccessDeniedPath = "/not-found";
        o.ReturnUrlParameter = "back";
        o.Events.OnValidatePrincipal = async context =>
        {
            var guard = context.HttpContext.RequestServices.GetRequiredService<SessionGuard>();
            if (!await guard.HoldsAsync(context.Principal))
            {
                context.RejectPrincipal();
                await context.HttpContext.RequestServices.GetRequiredService<SignInManager<Staff>>().SignOutAsync();
            }
        };
        // What is called by script gets a status, not a page to sign in.
        o.Events.OnRedirectToLogin = context => Turn(context, StatusCodes.Status401Unauthorized);
        o.Events.OnRedirectToAccessDenied = context =>
        {
            // Who may not open a page is not told that it is there.
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }

    private static Task Turn(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/_blazor"))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }
        return Task.CompletedTask;
    }

    private static void Limit(RateLimiterOptions o)
    {
        o.AddPolicy(
            SignInLimit,
            context =>
                HttpMethods.IsPost(context.Request.Method)
                    ? RateLimitPartition.GetFixedWindowLimiter(
                        context.Connection.RemoteIpAddress?.ToString() ?? "",
                        _ => new FixedWindowRateLimiterOptions { PermitLimit = TriesAMinute, Window = TimeSpan.FromMinutes(1) }
                    )
                    : RateLimitPartition.GetNoLimiter("")
        );
        o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        o.OnRejected = async (context, ct) =>
        {
            context.HttpContext.Response.ContentType = "text/plain; charset=utf-8";
            context.HttpContext.Response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
            await context.HttpContext.Response.WriteAsync("登录尝试过于频繁，请一分钟后再试。", ct);
        };
    }

    private sealed class NameAsGiven : ILookupNormalizer
    {
        public string? NormalizeName(string? name) => name?.Trim();

        public string? NormalizeEmail(string? email) => email;
    }
}
