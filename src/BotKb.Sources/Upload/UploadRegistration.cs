using BotKb.Knowledge;
using BotKb.Knowledge.Uploads;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BotKb.Sources.Upload;

/// <summary>Adds uploaded files to the kinds of sources that BotKb knows.</summary>
public static class UploadRegistration
{
    /// <summary>Registers <see cref="UploadKind"/> with the settings in <c>Upload</c>.</summary>
    public static IServiceCollection AddUploads(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<UploadOptions>().Bind(configuration.GetSection(UploadOptions.Section))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IKnowledgeSourceKind, UploadKind>();
        return services;
    }
}
