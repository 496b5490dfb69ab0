using BotKb.Sources.Extraction;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotKb.Tests.Extraction.Worker;

public sealed class ExtractionOptionsTests
{
    [Theory]
    [InlineData("Extraction:Workers", "0")]
    [InlineData("Extraction:TimeoutSeconds", "-1")]
    [InlineData("Extraction:MemoryMegabytes", "1")]
    [InlineData("Extraction:MaxFileMegabytes", "0")]
    [InlineData("Extraction:FilesPerWorker", "0")]
    [InlineData("Extraction:Workers", "many")]
    public void Names_the_key_when_a_setting_is_wrong(string key, string value)
    {
        var failure = Should.Throw<Exception>(() => Read(key, value));

        failure.Message.ShouldContain(key);
    }

    [Fact]
    public void Takes_the_settings_of_its_section()
    {
        Read("Extraction:TimeoutSeconds", "7").TimeoutSeconds.ShouldBe(7);
    }

    private static ExtractionOptions Read(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>(key, value)]).Build();
        using var services = new ServiceCollection().AddLogging().AddExtraction(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<ExtractionOptions>>().Value;
    }
}
