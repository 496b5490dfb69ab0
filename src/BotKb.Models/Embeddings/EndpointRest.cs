using BotKb.Answering;

namespace BotKb.Models.Embeddings;

/// <summary>
/// Lets nobody wait for an endpoint that has failed several people in a row; after some seconds it is tried again. Safe for concurrent
/// use.
/// </summary>
internal sealed class EndpointRest(TimeProvider time)
{
    private const int FailuresInARow = 3;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();
    private int _failures;
    private long _since;
    private ModelException? _last;

    /// <summary>Fails as the last call did while the endpoint rests.</summary>
    public void ThrowIfResting()
    {
        lock (_lock)
        {
            if (_failures >= FailuresInARow && time.GetElapsedTime(_since) < Rest)
            {
                throw new ModelException(_last!.Failure, _last.Message, _last.RetryAfter);
            }
        }
    }

    /// <summary>The endpoint is well.</summary>
    public void Succeeded()
    {
        lock (_lock)
        {
            _failures = 0;
        }
    }

    /// <summary>The endpoint failed now.</summary>
    public void Failed(ModelException failure)
    {
        lock (_lock)
        {
            _failures++;
            (_since, _last) = (time.GetTimestamp(), failure);
        }
    }
}
