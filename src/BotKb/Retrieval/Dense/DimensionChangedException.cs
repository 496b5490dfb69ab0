namespace BotKb.Retrieval.Dense;

/// <summary>Another model answers under the name of the one that an index was made with.</summary>
internal sealed class DimensionChangedException(int given, int indexed)
    : Exception($"The embedding model gives vectors of {given} numbers where its index has {indexed}: another model answers under its name.")
{
    /// <summary>Numbers of a vector now.</summary>
    public int Given { get; } = given;
}
