using BotKb.Answering;
using BotKb.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotKb.Tests.Models;

public sealed class ModelOptionsTests
{
    [Theory]
    [InlineData("Endpoint", "api.example.com/v1")]
    [InlineData("Endpoint", "")]
    [InlineData("Endpoint", "ftp://example.com")]
    [InlineData("Endpoint", "/etc/passwd")]
    [InlineData("Endpoint", "https://key@example.com/v1")]
    [InlineData("Endpoint", "https://example.com/v1?key=7")]
    [InlineData("Endpoint", "http://169.254.169.254/v1")]
    [InlineData("Endpoint", "http://2852039166/v1")]
    [InlineData("Endpoint", "http://[fe80::1]/v1")]
    [InlineData("Endpoint", "http://[::ffff:169.254.169.254]/v1")]
    [InlineData("Model", " ")]
    [InlineData("ApiKey", "sk-1\nX-Other: 2")]
    [InlineData("KeyHeader", "api key")]
    [InlineData("KeyHeader", null)]
    [InlineData("ExtraHeaders:X-Tenant", "a\nb")]
    [InlineData("ExtraHeaders:X-Tenant", null)]
    [InlineData("MaxTokensField", "tokens")]
    [InlineData("ThinkingSwitch", "false")]
    [InlineData("ThinkingSwitch", "{")]
    [InlineData("ContextTokens", "1000")]
    [InlineData("MaxAnswerTokens", "0")]
    [InlineData("TimeoutSeconds", "0")]
    [InlineData("FirstTokenSeconds", "NaN")]
    [InlineData("IdleSeconds", "-1")]
    public void Wrong_setting_is_refused_by_its_name(string key, string? value)
    {
        using var services = Services(($"Models:main:{key}", value));

        var exception = Should.Throw<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);
        exception.Message.ShouldStartWith($"Models:main:{key.Split(':')[0]} ");
        exception.Message.ShouldNotContain("sk-1");
    }

    [Fact]
    public void Model_that_is_not_set_up_is_refused()
    {
        using var services = Services(("Answering:Model", "mian"));

        Should.Throw<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate).Message.ShouldContain("there is no Models:mian");
    }

    [Fact]
    public void Named_model_answers()
    {
        using var services = Services(("Answering:Model", "MAIN"));
        services.GetRequiredService<IStartupValidator>().Validate();

        services.GetRequiredService<IChatClient>().GetService<AnswerModel>().ShouldBe(new AnswerModel("main", 32_768, 2_048));
    }

    [Fact]
    public void Without_a_name_there_is_no_model()
    {
        using var services = Services();
        services.GetRequiredService<IStartupValidator>().Validate();

        services.GetService<IChatClient>().ShouldBeNull();
    }

    [Theory]
    [InlineData("169.254.169.254", true)]
    [InlineData("::ffff:169.254.0.1", true)]
    [InlineData("fe80::1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.253.1.1", false)]
    [InlineData("2001:db8::1", false)]
    public void Link_local_addresses_are_told_from_others(string address, bool linkLocal) => LinkLocal.Is(System.Net.IPAddress.Parse(address)).ShouldBe(linkLocal);

    private static ServiceProvider Services(params (string Key, string? Value)[] settings)
    {
        Dictionary<string, string?> all = new(StringComparer.OrdinalIgnoreCase) { ["Models:main:Endpoint"] = "http://127.0.0.1:9/v1", ["Models:main:Model"] = "m" };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        return new ServiceCollection().AddAnswering(configuration).AddModels(configuration).BuildServiceProvider();
    }
}
