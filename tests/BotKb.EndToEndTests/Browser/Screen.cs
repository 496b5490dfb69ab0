namespace BotKb.EndToEndTests.Browser;

/// <summary>What a page is shown on.</summary>
public sealed record Screen(string Name, int Width, int Height)
{
    public static Screen Desktop { get; } = new("desktop", 1280, 800);

    public static Screen Phone { get; } = new("phone", 390, 844);

    public bool IsPhone => this == Phone;

    public static Screen Of(string name) => name == Phone.Name ? Phone : Desktop;
}
