using BotKb.Sources.Extraction;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BotKb.Tests.Extraction.Worker;

/// <summary>One pool for all tests of a class.</summary>
public sealed class PoolFixture : IAsyncDisposable
{
    public ExtractionPool Pool { get; } =
        new(Options.Create(new ExtractionOptions { Workers = 2 }), TimeProvider.System, NullLogger<ExtractionPool>.Instance);

    public ValueTask DisposeAsync() => Pool.DisposeAsync();
}
