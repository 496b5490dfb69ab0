#pragma warning disable SCME0001 // JsonPatch is the client's only way to an error object inside a stream.
using BotKb.Answering;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace BotKb.Models;

/// <summary>Reads the updates of one stream: takes thinking out, and finds the errors and the ends that the client passes over.</summary>
internal sealed class UpdateReader
{
    private readonly ThinkFilter _thinking = new();
    private bool _finished;

    /// <summary>True once a word of the answer was passed on.</summary>
    public bool Began { get; private set; }

    /// <summary>True where the last update held a word or a thought.</summary>
    public bool Alive { get; private set; }

    /// <summary>What may be passed on of an update; null where nothing may.</summary>
    public ChatResponseUpdate? Read(ChatResponseUpdate update)
    {
        if (update.RawRepresentation is StreamingChatCompletionUpdate raw && raw.Patch.Contains("$.error"u8))
        {
            throw ModelFailures.InStream(raw.Patch.GetJson("$.error"u8).ToMemory().Span);
        }

        var text = update.Text;
        Alive = text.Length > 0 || update.Contents.OfType<TextReasoningContent>().Any();
        _finished |= update.FinishReason is not null;
        List<AIContent> contents = [.. update.Contents.Where(content => content is not (TextContent or TextReasoningContent))];
        var shown = text.Length > 0 ? _thinking.Push(text) : "";
        if (update.FinishReason is not null)
        {
            shown += _thinking.Finish();
        }

        if (shown.Length > 0)
        {
            Began = true;
            contents.Insert(0, new TextContent(shown));
        }

        if (contents.Count == 0 && update.FinishReason is null)
        {
            return null;
        }

        update.Contents = contents;
        return update;
    }

    /// <summary>Nothing more comes; the end must have been announced.</summary>
    public ChatResponseUpdate? Finish() =>
        _finished ? null : throw new ModelException(ModelFailure.Broken, "stopped in the middle of its answer");
}
