namespace BotKb.Knowledge;

/// <summary>The spelling of a status outside the program: 'no-text', 'too-large'.</summary>
public static class ExtractionStatusNames
{
    /// <summary>The lower-case, hyphenated name that the console, the command line and JSON show.</summary>
    public static string ToName(this ExtractionStatus status) => status switch
    {
        ExtractionStatus.NoText => "no-text",
        ExtractionStatus.TooLarge => "too-large",
        _ => status.ToString().ToLowerInvariant(),
    };
}
