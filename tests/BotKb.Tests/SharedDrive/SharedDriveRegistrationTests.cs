using BotKb.Sources.SharedDrive;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotKb.Tests.SharedDrive;

public sealed class SharedDriveRegistrationTests
{
    [Fact]
    public void Reads_the_roots_from_the_settings()
    {
        using ServiceProvider services = Services("/srv/documents");

        services.GetRequiredService<IOptions<SharedDriveOptions>>().Value.Roots.ShouldBe(["/srv/documents"]);
        services.GetRequiredService<SharedDriveSourceFactory>().ShouldNotBeNull();
    }

    [Theory]
    [InlineData("documents")]
    [InlineData("")]
    [InlineData("~/documents")]
    public void Stops_the_start_with_the_key_of_a_root_that_is_not_absolute(string root)
    {
        using ServiceProvider services = Services("/srv", root);

        OptionsValidationException exception = Should.Throw<OptionsValidationException>(
            services.GetRequiredService<IStartupValidator>().Validate);

        exception.Message.ShouldStartWith($"Sources:SharedDrive:Roots:1 is '{root}'");
    }

    private static ServiceProvider Services(params string[] roots)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                roots.Index().Select(root => KeyValuePair.Create<string, string?>($"Sources:SharedDrive:Roots:{root.Index}", root.Item)))
            .Build();
        return new ServiceCollection().AddSharedDrive(configuration, Path.GetTempPath()).BuildServiceProvider();
    }
}
