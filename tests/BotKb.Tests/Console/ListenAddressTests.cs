using BotKb.Host.Serving;
using Microsoft.Extensions.Configuration;

namespace BotKb.Tests.WebConsole;

public sealed class ListenAddressTests
{
    [Fact]
    public void Command_line_comes_before_the_settings_and_both_are_taken_as_they_are()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Serve:Urls", "http://127.0.0.1:1")]).Build();

        ListenAddress.Choose("http://127.0.0.1:2", settings).ShouldBe("http://127.0.0.1:2");
        ListenAddress.Choose(null, settings).ShouldBe("http://127.0.0.1:1");
    }

    [Fact]
    public void Usual_port_is_left_to_whoever_has_it() =>
        ListenAddress.Choose(null, new ConfigurationBuilder().Build()).ShouldBeOneOf("http://127.0.0.1:5080", "http://127.0.0.1:0");
}
