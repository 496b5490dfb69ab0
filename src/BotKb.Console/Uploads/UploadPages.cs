using Microsoft.Extensions.DependencyInjection;

namespace BotKb.WebConsole.Uploads;

/// <summary>Registers what the routes of the uploads need beside the knowledge itself.</summary>
public static class UploadPages
{
    /// <summary>Adds what takes uploads in, and the sweep of what was never completed.</summary>
    public static IServiceCollection AddUploadPages(this IServiceCollection services)
    {
        services.AddSingleton<UploadRequest>();
        services.AddHostedService<SweepUploads>();
        return services;
    }
}
