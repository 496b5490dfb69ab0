using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace BotKb.WebConsole.Security;

/// <summary>Shows the page of a status where a request got one without a body.</summary>
internal static class ProblemPages
{
    public static IApplicationBuilder UseProblemPages(this IApplicationBuilder app)
    {
        // A page that says 404 has used up the services of its scope.
        app.UseStatusCodePagesWithReExecute($"{ConsolePaths.Problem}/{{0}}", createScopeForStatusCodePages: true);
        return app.Use((context, next) =>
        {
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            {
                // The page would take another method for its own form and refuse that.
                context.Request.Method = HttpMethods.Get;
            }

            return next(context);
        });
    }
}
