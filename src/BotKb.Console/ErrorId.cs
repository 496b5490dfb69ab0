using System.Security.Cryptography;

namespace BotKb.WebConsole;

/// <summary>Ties what a person sees to what stands in the log.</summary>
internal static class ErrorId
{
    public static string Create() => RandomNumberGenerator.GetHexString(8, lowercase: true);
}
