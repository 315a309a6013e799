using Copilot.Conversation.Composing;
using Xunit;

namespace Copilot.Tests.Conversation.Composing;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("GLV-NIT-L: 240 Units, 12.5 % (Kugel & Lager AG)", "GLV-NIT-L: 240 Units, 12.5 % (Kugel & Lager AG)")]
    [InlineData("a_b_c and INV/2026/00042", "a_b_c and INV/2026/00042")]
    [InlineData("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;")]
    [InlineData("&lt;b&gt;", "&amp;lt;b&amp;gt;")]
    [InlineData("[S1] [x](y)", @"\[S1\] \[x\](y)")]
    [InlineData("*a* _b_ `c` ~~d~~", @"\*a\* \_b\_ \`c\` \~\~d\~\~")]
    [InlineData("# heading", @"\# heading")]
    [InlineData("- item", @"\- item")]
    [InlineData("1. item", @"1\. item")]
    [InlineData("a\nb", "a b")]
    [InlineData("see http://evil.example and www.evil.example", @"see http:\//evil.example and www\.evil.example")]
    public void Outside_text_is_only_text(string text, string expected) => Assert.Equal(expected, MarkdownText.Escape(text));
}
