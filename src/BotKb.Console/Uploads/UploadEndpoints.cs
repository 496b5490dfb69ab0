using BotKb.Access;
using BotKb.WebConsole.Access;
using BotKb.Knowledge.Uploads;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace BotKb.WebConsole.Uploads;

/// <summary>The routes of uploaded files, for admins.</summary>
public static class UploadEndpoints
{
    /// <summary>The header in which the script of the page sends the antiforgery token.</summary>
    internal const string TokenHeader = "RequestVerificationToken";

    /// <summary>Maps listing, uploading (many files a request, as a form) and deleting below a knowledge base.</summary>
    public static IEndpointRouteBuilder MapUploads(this IEndpointRouteBuilder routes)
    {
        var uploads = routes.MapGroup("/api/knowledge-bases/{knowledgeBaseId:long}/uploads").RequireAuthorization(ConsolePolicies.Admin);
        uploads.MapGet("", ListAsync);
        uploads.MapPost("", UploadAsync).WithMetadata(new DisableRequestSizeLimitAttribute());
        uploads.MapDelete("{uploadId:long}", DeleteAsync);
        return routes;
    }

    private static async Task<IResult> ListAsync(long knowledgeBaseId, UploadStore store, CancellationToken cancellationToken) =>
        Results.Json(await store.SummarizeAsync(knowledgeBaseId, cancellationToken));

    private static async Task<IResult> UploadAsync(
        long knowledgeBaseId, string? readers, string? language, HttpContext context, IAntiforgery antiforgery, ICurrentReader current,
        UploadRequest upload, CancellationToken cancellationToken)
    {
        var texts = UploadTexts.Of(language);
        if (!await IsFromPageAsync(antiforgery, context))
        {
            return Refused(texts.BadToken);
        }

        if (UploadRequest.Boundary(context.Request) is not { } boundary)
        {
            return Refused(texts.BadRequest);
        }

        if (Place(knowledgeBaseId, readers) is not { } place)
        {
            return Refused(texts.BadReaders);
        }

        var uploadedBy = (await current.GetAsync(cancellationToken)).Email ?? "";
        var answer = await upload.ReadAsync(context.Request, boundary, place, uploadedBy, texts, cancellationToken);
        return Results.Json(answer, statusCode: answer.Reason is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> DeleteAsync(
        long knowledgeBaseId, long uploadId, string? language, HttpContext context, IAntiforgery antiforgery, UploadStore store,
        ISyncRequests syncs, CancellationToken cancellationToken)
    {
        if (!await IsFromPageAsync(antiforgery, context))
        {
            return Refused(UploadTexts.Of(language).BadToken);
        }

        if (await store.DeleteAsync(knowledgeBaseId, uploadId, cancellationToken) is not { } sourceId)
        {
            return Results.NotFound();
        }

        syncs.Ask(sourceId);
        return Results.NoContent();
    }

    // Without the header the framework would look for the token in the form, and read all of it for that.
    private static async Task<bool> IsFromPageAsync(IAntiforgery antiforgery, HttpContext context) =>
        context.Request.Headers.ContainsKey(TokenHeader) && await antiforgery.IsRequestValidAsync(context);

    // Who may read is never guessed.
    internal static UploadSettings? Place(long knowledgeBaseId, string? readers)
    {
        try
        {
            return readers is null ? null : UploadSettings.For(knowledgeBaseId, ReadersText.Parse(readers));
        }
        catch (BotKbException)
        {
            return null;
        }
    }

    private static IResult Refused(string reason) =>
        Results.Json(new UploadAnswer([], reason), statusCode: StatusCodes.Status400BadRequest);
}
