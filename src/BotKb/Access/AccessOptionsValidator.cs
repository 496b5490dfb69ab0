using Microsoft.Extensions.Options;

namespace BotKb.Access;

/// <summary>Refuses a group with a member that is no e-mail: a misspelt member must not go unnoticed.</summary>
internal sealed class AccessOptionsValidator : IValidateOptions<AccessOptions>
{
    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        foreach (var (group, members) in options.Groups)
        {
            if (Array.Find(members, member => !EmailAddress.IsValid(member.Trim())) is { } wrong)
            {
                return ValidateOptionsResult.Fail(
                    $"Access:Groups:{group} names '{wrong}', which is not an e-mail address; write one such as anna@example.com.");
            }
        }

        return ValidateOptionsResult.Success;
    }
}
