using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace BotKb.Simulators.OpenAi;

/// <summary>A call that the simulator received.</summary>
public sealed record OpenAiCall
{
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The path that was called.</summary>
    public required string Path { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the first token of the text left; null before.</summary>
    public DateTimeOffset? FirstTokenAt { get; set; }

    /// <summary>The same as <see cref="Stopwatch.GetTimestamp"/>, for tests in the same process.</summary>
    [JsonIgnore]
    public long FirstTokenTimestamp { get; set; }

    /// <summary>When the answer was complete; null before, and where it never was.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>True once the client closed the connection before the answer was complete.</summary>
    public bool ClientClosed => _closed.Task.IsCompleted;

    /// <summary>Completes once the client closed the connection before the answer was complete.</summary>
    [JsonIgnore]
    public Task Closed => _closed.Task;

    /// <summary>The fault played, where one was.</summary>
    public string? Fault { get; init; }

    /// <summary>The request's headers.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The request's body; empty for a request for vectors after which there were very many others.</summary>
    public required JsonObject Body { get; init; }

    /// <summary>Notes that the client closed the connection.</summary>
    public void Close() => _closed.TrySetResult();

    /// <summary>Notes that the first token leaves now.</summary>
    public void FirstToken(TimeProvider time)
    {
        FirstTokenTimestamp = Stopwatch.GetTimestamp();
        FirstTokenAt = time.GetUtcNow();
    }
}
