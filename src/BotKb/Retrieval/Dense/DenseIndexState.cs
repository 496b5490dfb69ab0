namespace BotKb.Retrieval.Dense;

/// <summary>What an index of vectors is there for.</summary>
public static class DenseIndexState
{
    /// <summary>Filled beside the current one; becomes current when nothing is missing.</summary>
    public const string Building = "building";

    /// <summary>Searched.</summary>
    public const string Current = "current";

    /// <summary>Not wanted any more; its table goes once no search that began before can still use it.</summary>
    public const string Retired = "retired";
}
