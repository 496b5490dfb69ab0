using Microsoft.AspNetCore.Http;

namespace BotKb.Channels.Web;

/// <summary>A request is answered with a status and one sentence.</summary>
internal sealed class ChatRefusal : Exception
{
    public ChatRefusal()
    {
    }

    public ChatRefusal(string message)
        : base(message)
    {
    }

    public ChatRefusal(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ChatRefusal(int status, string message)
        : base(message) => Status = status;

    /// <summary>The HTTP status.</summary>
    public int Status { get; } = StatusCodes.Status400BadRequest;
}
