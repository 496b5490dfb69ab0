using System.Runtime.CompilerServices;
using BotKb.Sources.Extraction.Text;

namespace BotKb.Tests.Extraction;

/// <summary>Tests that write old encodings, and the libraries they write them with, find these whatever runs first.</summary>
internal static class TestCodePages
{
    [ModuleInitializer]
    internal static void Register() => CodePages.Register();
}
