using Copilot.Governance;
using Copilot.Governance.Screening;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Xunit;

namespace Copilot.ThoroughTests.Governance.Screening;

/// <summary>Whatever an answer holds: what a markdown renderer makes of it loads nothing and points to known places only.</summary>
public sealed class LinkScreenTests
{
    private static readonly AnswerScreen Screen = new(new GovernanceOptions { AllowedLinkHosts = ["odoo.example", "127.0.0.1:5069"] });

    private static readonly MarkdownPipeline[] Renderers =
    [
        new MarkdownPipelineBuilder().Build(),
        new MarkdownPipelineBuilder().UseAutoLinks().UsePipeTables().UseEmphasisExtras().UseFootnotes().UseTaskLists().Build(),
    ];

    private static readonly string[] Attempts =
    [
        "![a](https://evil.example/?d=1)", "![a](<https://evil.example/?d=1>)", "![a]( https://evil.example 'x')", "![a][b]\n\n[b]: https://evil.example", "![b]\n\n[b]:\nhttps://evil.example",
        "[a](https://evil.example)", "[a](<https://evil.example>)", "[a](\nhttps://evil.example\n)", "[a][b] [b]: https://evil.example", "[b]\n\n[b]: <https://evil.example> 'title'", "> [b]: https://evil.example\n\n[b]",
        "- [b]: https://evil.example\n\n[b]", "[S1]\n\n[S1]: https://evil.example", "[b\nc]\n\n[b\nc]: https://evil.example", "[a]: data:text/html;base64,AAAA\n\n[a]", "<https://evil.example>", "<a@evil.example>", "<mailto:x@evil.example>",
        "https://evil.example", "HTTPS://EVIL.EXAMPLE", "hTTp://evil.example/a", "ftp://evil.example", "www.evil.example", "WWW.evil.example/x", "(www.evil.example)", "*https://evil.example*", "_www.evil.example_", "mailto:a@evil.example",
        "<img src=https://evil.example>", "<IMG SRC='x'>", "<svg/onload=alert(1)>", "<!-- x -->", "<?php x ?>", "<![CDATA[x]]>", "</a>", "<a\nhref='https://evil.example'>x</a>", "\\\\<img src=x>", "`a\\`<img src=x>", "[![x](https://evil.example/i)](/ok)",
        "[![x](/api/i)](https://evil.example)", "[a](//evil.example)", "[a](/\\evil.example)", "[a](\\/evil.example)", "[a](/\t/evil.example)", "[a](https:/evil.example)", "[a](https:evil.example)", "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))",
        "[a](java&#10;script:alert(1))", "[a](&#106;avascript:alert(1))", "[a](data:text/html,x)", "[a](vbscript:x)", "[a](file:///etc/passwd)", "[a](https://odoo.example@evil.example)", "[a](https://odoo.example%40evil.example)", "[a](https://odoo.example.evil.example)",
        "[a](https://evil.example/https://odoo.example)", "[a](https://odoo.example:99@evil.example)", "[a](https://odoo.example\\@evil.example)", "[a](https&#58;//evil.example)", "[a](https&colon;//evil.example)", "ht[](https://x.example)tps://evil.example",
        "[a]([b](https://evil.example))", "[a]([](x)https://evil.example)", "[[a]](https://evil.example)", "[a[b](https://evil.example)](https://evil.example)", "[a](https://evil.example \"[b](/ok)\")", "`[a`](https://evil.example)", "[a\\](https://evil.example)",
        "[a\\\\](https://evil.example)", "![\\](https://evil.example)", "\\![a](https://evil.example)", "\\\\![a](https://evil.example)", "!\\[a](https://evil.example)", "[a](https://evil.example", "[a](https://evil.example\n\n)", "[^1]\n\n[^1]: https://evil.example",
        "https://odoo.example)evil.example", "https://odoo.example`evil.example", "https://odoo.example\u200B.evil.example", "https://odoo.example\u3002evil.example", "https://odoo.exampl\u0435", "[a](https://odoo\uFF0Eexample.evil.example)", "[a](\u202Ehttps://evil.example)",
        "| a |\n| - |\n| ![x](https://evil.example) |", "| [a](https://evil.example) | b |", "***[a](https://evil.example)***", "# [a](https://evil.example)", "1. ![a](https://evil.example)", "    https://evil.example", "```\n[a](https://evil.example)\n```\nhttps://evil.example",
        "a://b https://evil.example", ":https://evil.example", "x:https://evil.example", "https://https://evil.example", "https://odoo.example/ https://evil.example", "[a](/ok)[b](https://evil.example)", "[a] (https://evil.example)", "[a]\\(https://evil.example)", "]( https://evil.example)",
        "[a](<>)(https://evil.example)", "[a]()https://evil.example", "<ht<b>tps://evil.example>", "<<https://evil.example>>", "<\nhttps://evil.example>", "&lt;https://evil.example&gt;", "xmpp:a@evil.example", "tel:+33123456789", "irc://evil.example/x", "[a](irc://evil.example)",
    ];

    public static TheoryData<string> Hostile => [.. Attempts];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Nothing_loads_or_points_elsewhere(string answer) => Judge(answer);

    [Theory]
    [InlineData("[S00042](https://odoo.example/odoo/sale.order/42?a=1&b=2#top) and [x](/api/v1/sources/t/S1).", 2)]
    [InlineData("See https://odoo.example/odoo/sale.order/42, or (http://127.0.0.1:5069/record).", 2)]
    [InlineData("[a](https://ODOO.example/x) [b](https://odoo.example:443/x)", 2)]
    public void Links_to_known_places_stay(string answer, int links)
    {
        Assert.Equal(answer, Screen.Clean(answer));
        Assert.Equal(links, Markdown.Parse(answer, Renderers[1]).Descendants<LinkInline>().Count());
    }

    [Fact]
    public void No_text_put_together_by_chance_gets_through()
    {
        string[] pieces =
        [
            "[", "]", "(", ")", "!", "<", ">", "\\", "`", "``", "https://evil.example", "https://odoo.example", "//evil.example", "/ok", "www.evil.example", ":", "]:", "](", "![", " ", "\n", "\n\n", "a", "*", "_", "|", "&#58;", "&lt;", "javascript:x", "data:x",
            "\"t\"", "'", "img src=x", "S1", "[S1]", "\u200B", "\t", "> ", "- ", "    ", "~~~\n", "@", ".", "htt", "ps://evil.example", "#", "{", "}", "^1", "mailto:",
        ];
        var dice = new Random(20_261_120);
        for (var i = 0; i < 5_000; i++)
        {
            Judge(string.Concat(Enumerable.Range(0, dice.Next(1, 24)).Select(_ => pieces[dice.Next(pieces.Length)])));
        }
    }

    [Fact]
    public void The_judge_sees_what_is_planted()
        => Assert.All(Attempts.Where(h => h.StartsWith("![a](", StringComparison.Ordinal)), h => Assert.NotNull(Offence(h)));

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("![](", 25_000)]
    [InlineData("[a](https://e.example/", 5_000)]
    [InlineData("https://", 12_000)]
    [InlineData("\\", 100_000)]
    [InlineData("[](https://", 9_000)]
    [InlineData("password:", 11_000)]
    public void A_long_hostile_answer_is_screened_too(string piece, int times)
    {
        var shown = Screen.Clean(string.Concat(Enumerable.Repeat(piece, times)));
        Assert.Equal(shown, Screen.Clean(shown));
    }

    private static void Judge(string answer)
    {
        var shown = Screen.Clean(answer);
        Assert.True(Offence(shown) is null, $"{Offence(shown)}\nof: {answer}\nshown: {shown}");
        Assert.Equal(shown, Screen.Clean(shown));
    }

    private static string? Offence(string markdown)
        => Renderers.SelectMany(r => Markdown.Parse(markdown, r).Descendants()).Select(Offence).FirstOrDefault(o => o is not null);

    private static string? Offence(MarkdownObject node) => node switch
    {
        LinkInline { IsImage: true } image => "image " + image.Url,
        LinkInline link => Known(link.GetDynamicUrl?.Invoke() ?? link.Url) ? null : "link " + link.Url,
        AutolinkInline auto => "autolink " + auto.Url,
        HtmlInline html => "html " + html.Tag,
        HtmlBlock block => "html " + block.Lines,
        LinkReferenceDefinition definition when definition.GetType() == typeof(LinkReferenceDefinition) => "definition " + definition.Url,
        _ => null,
    };

    private static bool Known(string? url)
        => url is not null && ((url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) && !url.StartsWith("/\\", StringComparison.Ordinal))
            || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && uri.Authority is "odoo.example" or "127.0.0.1:5069"));
}
