using Copilot.Contracts;
using Copilot.Host.Settings;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Copilot.Tests.Host.Settings;

public sealed class SettingsReaderTests
{
    [Fact]
    public void Nothing_set_means_the_sandbox_with_the_demo_in_folders_beside_the_working_directory()
    {
        var settings = Read();

        Assert.Equal("/work-folder/data", settings.Data);
        Assert.Equal("/work-folder/knowledge", settings.KnowledgeFolder);
        Assert.Equal("/work-folder/data/audit.key", settings.SealKeyFile);
        Assert.Equal(5069, settings.SandboxPort);
        Assert.True(settings.DemoEnabled);
        Assert.Null(settings.OdooUrl);
    }

    [Fact]
    public void All_faults_are_said_together_with_key_value_and_repair()
    {
        var trouble = Assert.Throws<CopilotException>(() => Read(
            ("Sandbox:Port", "99999"), ("Demo:Enabled", "perhaps"), ("Odoo:Api", "soap"), ("Odo:Url", "http://x"), ("Store", "Host=db;Password=hunter2"), ("Qdrant:ApiKey", "hunter3")));

        Assert.Contains("Copilot__Sandbox__Port is '99999': write a whole number from 0 to 65535", trouble.Message);
        Assert.Contains("Copilot__Demo__Enabled is 'perhaps': write true or false", trouble.Message);
        Assert.Contains("Copilot__Odoo__Api is 'soap'", trouble.Message);
        Assert.Contains("Copilot__Odo__Url is not a key", trouble.Message);
        Assert.Contains("Copilot__Store is set (its value is hidden)", trouble.Message);
        Assert.Contains("it names no Database", trouble.Message);
        Assert.Contains("Copilot__Qdrant__ApiKey is set (its value is hidden)", trouble.Message);
        Assert.DoesNotContain("hunter", trouble.Message);
    }

    [Fact]
    public void A_real_odoo_switches_the_demo_off_unless_it_is_asked_for_with_accounts()
    {
        Assert.False(Read(("Odoo:Url", "https://odoo.example"), ("Odoo:Database", "prod")).DemoEnabled);
        Assert.Contains("Copilot__Demo__Accounts", Assert.Throws<CopilotException>(
            () => Read(("Odoo:Url", "https://odoo.example"), ("Odoo:Database", "prod"), ("Demo:Enabled", "true"))).Message);
    }

    [Fact]
    public void Accounts_name_a_login_and_secret_for_each_persona_and_a_star_for_the_others()
    {
        var settings = Read(
            ("Odoo:Url", "https://odoo.example"), ("Odoo:Database", "prod"), ("Demo:Enabled", "true"), ("Demo:Accounts", "sales-rep=sales:se=cr:et, *=demo:demo"));

        Assert.Equal(new DemoAccount("sales", "se=cr:et"), settings.DemoAccounts["sales-rep"]);
        Assert.Equal(new DemoAccount("demo", "demo"), settings.DemoAccounts["*"]);
        Assert.DoesNotContain("se=cr", settings.DemoAccounts["sales-rep"].ToString());
    }

    [Theory]
    [InlineData("sales-rep")]
    [InlineData("sales-rep=login")]
    [InlineData("sales-rep=:secret")]
    [InlineData("sales-rep=login:")]
    [InlineData("boss=login:secret")]
    public void An_account_that_cannot_be_read_is_a_fault_that_shows_no_secret(string entry)
    {
        var trouble = Assert.Throws<CopilotException>(() => Read(
            ("Odoo:Url", "https://odoo.example"), ("Odoo:Database", "prod"), ("Demo:Enabled", "true"), ("Demo:Accounts", entry)));

        Assert.Contains("persona=login:secret", trouble.Message);
        Assert.DoesNotContain(":secret'", trouble.Message);
    }

    [Theory]
    [InlineData("ftp://odoo.example")]
    [InlineData("odoo.example")]
    [InlineData("https://admin:pw@odoo.example")]
    public void An_address_that_cannot_be_used_is_a_fault(string url)
    {
        var trouble = Assert.Throws<CopilotException>(() => Read(("Odoo:Url", url), ("Odoo:Database", "prod")));

        Assert.Contains("Copilot__Odoo__Url", trouble.Message);
        Assert.DoesNotContain("pw@", trouble.Message);
    }

    private static CopilotSettings Read(params (string Key, string Value)[] settings)
        => SettingsReader.Read(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create("Copilot:" + s.Key, (string?)s.Value))).Build(), "/work-folder");
}
