using Microsoft.Extensions.DependencyInjection;

namespace BotKb.WebConsole.Uploads;

/// <summary>Registers what the routes of the uploads need beside the knowledge itself.</summary>
public static class UploadPages
{
    /// <summary>Adds the syncs that follow uploads, and the sweep of what was never completed.</summary>
    public static IServiceCollection AddUploadPages(this IServiceCollection services)
    {
        services.AddSingleton<SyncUploads>();
        services.AddSingleton<ISyncRequests>(provider => provider.GetRequiredService<SyncUploads>());
        services.AddSingleton<UploadRequest>();
        services.AddHostedService(provider => provider.GetRequiredService<SyncUploads>());
        services.AddHostedService<SweepUploads>();
        return services;
    }
}
