namespace BotKb.WebConsole.Accounts;

/// <summary>The person who is signed in, as the database says just now.</summary>
/// <param name="Id">The account's row.</param>
/// <param name="Email">The verified e-mail, lower case: what the person's Reader stands for.</param>
/// <param name="Name">What the person is called.</param>
/// <param name="Role">One of <see cref="BotKb.Access.AccountRole"/>.</param>
public sealed record SignedIn(long Id, string Email, string Name, string Role);
