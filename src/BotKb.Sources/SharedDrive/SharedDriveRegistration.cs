using BotKb.Knowledge;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BotKb.Sources.SharedDrive;

/// <summary>Adds shared drives to the kinds of sources that BotKb knows.</summary>
public static class SharedDriveRegistration
{
    /// <summary>Registers <see cref="SharedDriveKind"/> and <see cref="IFolderSources"/> with the settings in <c>Sources:SharedDrive</c>.</summary>
    public static IServiceCollection AddSharedDrive(this IServiceCollection services, IConfiguration configuration, string stateFolder)
    {
        services.AddOptions<SharedDriveOptions>().Bind(configuration.GetSection(SharedDriveOptions.Section)).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<SharedDriveOptions>, SharedDriveOptionsValidator>();
        services.TryAddSingleton<FolderRules>();
        services.TryAddSingleton<SharedDriveSourceFactory>();
        services.AddSingleton(provider => new SharedDriveKind(provider.GetRequiredService<SharedDriveSourceFactory>(), stateFolder));
        services.AddSingleton<IFolderSources, FolderSources>();
        services.AddSingleton<IKnowledgeSourceKind>(provider => provider.GetRequiredService<SharedDriveKind>());
        return services;
    }
}
