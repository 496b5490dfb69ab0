using BotKb.Access;
using BotKb.Answering;
using BotKb.Host.Serving;
using BotKb.Sources.Extraction;
using BotKb.Sources.SharedDrive;

namespace BotKb.Host;

/// <summary>The parts of BotKb that commands and the running host share. The database comes beside them.</summary>
internal static class BotKbServices
{
    public static IServiceCollection AddBotKb(this IServiceCollection services, IConfiguration configuration, StateFolder state)
    {
        services.AddOptions<ServeOptions>().Bind(configuration.GetSection(ServeOptions.Section))
            .ValidateDataAnnotations().ValidateOnStart();
        return services.AddAccess(configuration)
            .AddAnswering(configuration)
            .AddExtraction(configuration)
            .AddSharedDrive(configuration, state.Path);
    }
}
