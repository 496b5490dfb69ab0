using System.Text.Json;

namespace BotKb.Simulators.People;

/// <summary>The reply of a turn as a person sees it.</summary>
/// <param name="Turn">The turn.</param>
/// <param name="Text">Its text; empty while there is none.</param>
/// <param name="State">E.g. <c>streaming</c>, <c>answered</c>.</param>
/// <param name="Notice">What BotKb says about it; null where there is nothing to say.</param>
/// <param name="Citations">How many passages it cites.</param>
public sealed record ShownReply(long Turn, string Text, string State, string? Notice = null, int Citations = 0)
{
    private const string Streaming = "streaming";

    /// <summary>True once nothing more is to come.</summary>
    public bool HasEnded => State != Streaming;

    /// <summary>Reads a reply of the chat's API; null is one that has not begun.</summary>
    public static ShownReply Of(long turn, JsonElement reply) => reply.ValueKind == JsonValueKind.Null
        ? new ShownReply(turn, "", Streaming)
        : new ShownReply(
            turn,
            reply.GetProperty("text").GetString()!,
            reply.GetProperty("state").GetString()!,
            reply.GetProperty("notice").GetString(),
            reply.GetProperty("citations").GetArrayLength());
}
