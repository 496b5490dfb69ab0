using Microsoft.Extensions.Options;

namespace BotKb.Access;

/// <summary>Refuses a group with a member that is no e-mail: a misspelt member must not go unnoticed.</summary>
internal sealed class AccessOptionsValidator : IValidateOptions<AccessOptions>
{
    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        foreach (var (group, members) in options.Groups)
        {
            // JSON may set the group, or a member, to null.
            if (members is null)
            {
                return ValidateOptionsResult.Fail($"Access:Groups:{group} is null; write a list of e-mail addresses, or [] for nobody.");
            }

            var wrong = Array.FindIndex(members, member => member is null || !EmailAddress.IsValid(member.Trim()));
            if (wrong >= 0)
            {
                return ValidateOptionsResult.Fail(
                    $"Access:Groups:{group} names '{members[wrong]}', which is not an e-mail address; write one such as anna@example.com.");
            }
        }

        return ValidateOptionsResult.Success;
    }
}
