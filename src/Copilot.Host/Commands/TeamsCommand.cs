using System.CommandLine;
using Copilot.Contracts;
using Copilot.Host.Channels.Teams.Package;
using Copilot.Host.Channels.Teams.People;
using Copilot.Host.Identity;

namespace Copilot.Host.Commands;

/// <summary><c>copilot teams</c>: the app to upload to Teams, and codes that link people.</summary>
internal static class TeamsCommand
{
    /// <summary>Makes the verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    /// <returns>The verb.</returns>
    public static Command Create(Terminal terminal) => new("teams", "The bot in Teams: its app package, and codes that link people. docs/teams.md goes through all of it.")
    {
        Package(terminal),
        Invite(terminal),
    };

    private static Command Package(Terminal terminal)
    {
        var file = new Option<FileInfo>("--out") { Description = "The zip to write.", DefaultValueFactory = _ => new FileInfo("distribution-copilot-teams.zip") };
        var appId = new Option<string?>("--app-id") { Description = "The bot's application id; Copilot__Teams__AppId without it." };
        var address = new Option<string?>("--address") { Description = "Where people reach this service, https://…; Copilot__PublicUrl without it." };
        var company = new Option<string>("--company") { Description = "Who runs the service, shown as the app's developer.", DefaultValueFactory = _ => "Your company" };
        var version = new Option<string>("--app-version") { Description = "The app's version; Teams takes an update only with a higher one.", DefaultValueFactory = _ => "1.0.0" };
        var command = new Command("package", "Writes the app package to upload in Teams: a zip of manifest and icons, checked against the schema's limits.") { file, appId, address, company, version };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var settings = CopilotHost.ReadSettings(terminal.House);
            var id = arguments.GetValue(appId) ?? settings.Teams?.AppId ?? throw new BadInputException("Which bot? Name its application id with --app-id or Copilot__Teams__AppId.");
            var where = arguments.GetValue(address) is { } named
                ? Uri.TryCreate(named, UriKind.Absolute, out var written) ? written : throw new BadInputException("--address must be written as https://host.")
                : settings.PublicAddress ?? throw new BadInputException("Where do people reach this service? Name it with --address https://… or Copilot__PublicUrl.");

            var target = Path.GetFullPath(arguments.GetValue(file)!.ToString(), terminal.House.WorkingFolder);
            try
            {
                await File.WriteAllBytesAsync(target, TeamsPackage.Make(id, where, arguments.GetValue(company)!, arguments.GetValue(version)!, settings.Teams?.SsoResource), cancellationToken);
            }
            catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
            {
                throw new CopilotException($"{target} can't be written. Name another place with --out.", denied);
            }

            await terminal.RemarkAsync($"Wrote {target}. Upload it in Teams under Apps, Manage your apps, Upload an app.");
            return 0;
        });
        return command;
    }

    private static Command Invite(Terminal terminal)
    {
        var who = new Argument<string>("WHO") { Description = "The person: an address of the list of people, or in the demo a persona." };
        var command = new Command("invite", "Makes a code with which a person links an account in Teams: good once, for 15 minutes.") { who };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var name = arguments.GetValue(who)!;
            await using var house = await CopilotHost.StartAsync(terminal.House with { Listen = false, Prepare = HouseParts.None }, cancellationToken);
            if (house.Services.GetService<PeopleDesk>() is not { } desk)
            {
                throw new CopilotException("No bot is configured here: Copilot__Teams__AppId and __AppSecret name one. docs/teams.md says how.");
            }

            var caller = Personas.Find(name)?.ToCaller() ?? desk.Person(name) ?? throw new BadInputException($"There is nobody called '{name}' in the list of people (Copilot__People__N__Email).");
            var (code, expires) = await desk.InviteAsync(caller, cancellationToken);
            await terminal.Out.WriteLineAsync($"link {code}");
            await terminal.RemarkAsync($"{caller.DisplayName} writes this to the bot in Teams, once, before {expires.UtcDateTime:HH:mm} UTC.");
            return 0;
        });
        return command;
    }
}
