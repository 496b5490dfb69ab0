using BotKb.WebConsole;

namespace BotKb.Tests.WebConsole;

public sealed class ConsolePathsTests
{
    [Theory]
    [InlineData("/admin/members?x=1", "/admin/members?x=1")]
    [InlineData("/", "/")]
    [InlineData("//evil.example.com", "/")]
    [InlineData("/\\evil.example.com", "/")]
    [InlineData("https://evil.example.com", "/")]
    [InlineData("/a\r\nSet-Cookie: x", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Nobody_is_sent_to_another_site(string? address, string local) => ConsolePaths.Local(address).ShouldBe(local);
}
