using Copilot.Odoo;
using Xunit;

namespace Copilot.Tests.Odoo.Client;

public sealed class OdooOptionsCheckTests
{
    [Fact]
    public void An_address_is_all_that_must_be_given()
        => Assert.True(Check(new OdooOptions { Url = "https://odoo.example.com" }).Succeeded);

    [Fact]
    public void No_address_is_needed_beside_an_embedded_server()
    {
        Assert.True(Check(new OdooOptions { Embedded = _ => ValueTask.FromResult(new Uri("http://127.0.0.1:1/")) }).Succeeded);
        Assert.Contains("Copilot:Odoo:Url is nothing", Check(new OdooOptions()).FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_come_together_with_key_value_and_repair()
    {
        var failed = Check(new OdooOptions { Url = "odoo:8069", Database = "my db", Api = (OdooApi)9, ReadRetries = 9, Concurrency = 0, AnswerMegabytes = 999, ReadTimeout = TimeSpan.Zero });

        Assert.Equal(7, failed.Failures!.Count());
        Assert.Contains("Copilot:Odoo:ReadRetries is 9: give 0 to 5.", failed.Failures!);
        Assert.Contains("Copilot:Odoo:Database is my db: give the name of the database, without spaces.", failed.Failures!);
        Assert.Contains("Copilot:Odoo:ReadTimeout is 00:00:00: give 00:00:01 to 00:05:00.", failed.Failures!);
    }

    [Theory]
    [InlineData("https://admin:hunter2@odoo.example.com")]
    [InlineData("ftp://odoo.example.com")]
    [InlineData("odoo.example.com")]
    public void An_address_that_is_none_is_refused_and_not_repeated(string url)
    {
        var failed = Check(new OdooOptions { Url = url });

        Assert.True(failed.Failed);
        Assert.DoesNotContain("hunter2", failed.FailureMessage, StringComparison.Ordinal);
    }

    private static Microsoft.Extensions.Options.ValidateOptionsResult Check(OdooOptions options) => new OdooOptionsCheck().Validate(null, options);
}
