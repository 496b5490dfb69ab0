using BotKb.WebConsole.Access;
using BotKb.Knowledge;
using BotKb.Knowledge.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace BotKb.WebConsole.Documents;

/// <summary>The route of the original files, for members.</summary>
public static class DocumentEndpoints
{
    /// <summary>
    /// Maps the download of originals. A file of any kind is only ever saved, never shown by the browser: not even a PDF, as browsers do not
    /// show one in the sandbox that it would need.
    /// </summary>
    public static IEndpointRouteBuilder MapDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/documents/{id:long}/original", OriginalAsync).RequireAuthorization(ConsolePolicies.Member);
        return routes;
    }

    private static async Task<IResult> OriginalAsync(
        long id, string? language, HttpContext context, DocumentReading reading, ICurrentReader reader, CancellationToken cancellationToken)
    {
        var texts = DocumentTexts.Of(language);
        try
        {
            if (await reading.OpenOriginalAsync(id, await reader.GetAsync(cancellationToken), cancellationToken) is not { } original)
            {
                return Results.Text(texts.NotFound, statusCode: StatusCodes.Status404NotFound);
            }

            context.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
            context.Response.Headers[HeaderNames.ContentSecurityPolicy] = "default-src 'none'; sandbox";
            context.Response.Headers[HeaderNames.CacheControl] = "private, no-store";
            return Results.Stream(original.Content, "application/octet-stream", original.FileName);
        }
        catch (SourceItemException)
        {
            return Results.Text(texts.Gone, statusCode: StatusCodes.Status404NotFound);
        }
        catch (BotKbException)
        {
            // Its sentence is for the admin, who finds it in the list of sources.
            return Results.Text(texts.Unreachable, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
