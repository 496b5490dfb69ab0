namespace BotKb.Access;

/// <summary>An account as an admin sees it.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Email">Lower case.</param>
/// <param name="Name">What the person is called.</param>
/// <param name="Role">One of <see cref="AccountRole"/>.</param>
/// <param name="State">Whether the person can sign in.</param>
/// <param name="LastSignInAt">When the person signed in last.</param>
public sealed record AccountSummary(long Id, string Email, string Name, string Role, AccountState State, DateTimeOffset? LastSignInAt);
