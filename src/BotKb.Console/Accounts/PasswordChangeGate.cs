using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace BotKb.WebConsole.Accounts;

/// <summary>Whoever signed in with a one-time password reaches nothing before choosing another one.</summary>
internal static class PasswordChangeGate
{
    public static IApplicationBuilder UsePasswordChangeGate(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (CookieSession.Of(context) is not { MustChangePassword: true } || IsOpen(context.Request.Path))
        {
            return next(context);
        }

        if (ConsolePaths.IsForPeople(context.Request))
        {
            context.Response.Redirect(ConsolePaths.ChangePassword);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    });

    private static bool IsOpen(PathString path) => path.Value is
        ConsolePaths.ChangePassword or ConsolePaths.SignOut or ConsolePaths.Language or "/health/ready"
            || path.StartsWithSegments(ConsolePaths.Problem, StringComparison.Ordinal) || ConsolePaths.IsAsset(path);
}
