namespace BotKb.EndToEndTests.Browser;

/// <summary>What infra/browser.sh found for the tests.</summary>
internal static class TestTools
{
    /// <summary>A path that the environment names; a clear sentence where it does not.</summary>
    public static string PathOf(string variable, string what)
    {
        var path = Environment.GetEnvironmentVariable(variable);
        return path is not null && File.Exists(path)
            ? path
            : throw new InvalidOperationException(
                $"This needs {what}, and {variable} does not name it: run infra/test.sh, or set what infra/browser.sh prints.");
    }
}
