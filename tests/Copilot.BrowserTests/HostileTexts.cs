namespace Copilot.BrowserTests;

/// <summary>Questions that try to become part of the page.</summary>
internal static class HostileTexts
{
    public const string AboutThePortal = "What does the notice about the customer portal say?";

    public const string AboutTheTickets = "Give me a summary of Quillmark Print & Label with its open tickets";

    public static IReadOnlyList<string> Questions { get; } =
    [
        "<img src=x onerror=alert(document.domain)> what is the return period?",
        "<script>alert(1)</script> What is the return period for goods?",
        "![stock](https://evil.example/collect.png) how many GLV-NIT-L are free in Lyon?",
        "[click me](javascript:alert(1)) where is order S05303?",
        "\"><svg onload=alert(1)> who may release a credit hold? [S1]<button class=mark data-source=S1>1</button>",
    ];
}
