using System.Text.Json;

namespace BotKb.Simulators.People;

/// <summary>The reply of a turn as a person sees it.</summary>
/// <param name="Turn">The turn.</param>
/// <param name="Text">Its text; empty while there is none.</param>
/// <param name="State">E.g. <c>streaming</c>, <c>answered</c>.</param>
public sealed record ShownReply(long Turn, string Text, string State)
{
    /// <summary>Reads a reply of the chat's API; null is one that has not begun.</summary>
    public static ShownReply Of(long turn, JsonElement reply) => reply.ValueKind == JsonValueKind.Null
        ? new ShownReply(turn, "", "streaming")
        : new ShownReply(turn, reply.GetProperty("text").GetString()!, reply.GetProperty("state").GetString()!);
}
