using System.Globalization;
using Microsoft.Extensions.Options;

namespace Copilot.Documents.Desk;

/// <summary>Checks <see cref="DeskOptions"/> when the program starts and names all faults together.</summary>
internal sealed class DeskOptionsCheck : IValidateOptions<DeskOptions>
{
    public ValidateOptionsResult Validate(string? name, DeskOptions options)
    {
        List<string> faults =
        [
            .. Range(nameof(options.Company), options.Company, 1, 1_000_000),
            .. Range(nameof(options.FolderSeconds), options.FolderSeconds, 1, 3600),
            .. Range(nameof(options.LargestMegabytes), options.LargestMegabytes, 1, 256),
            .. Range(nameof(options.Attempts), options.Attempts, 1, 20),
            .. Range(nameof(options.KeepDays), options.KeepDays, 1, 36_500),
            .. Range(nameof(options.RejectedKeepDays), options.RejectedKeepDays, 1, 36_500),
        ];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Range(string key, int value, int least, int most)
        => value >= least && value <= most ? [] : [string.Create(CultureInfo.InvariantCulture, $"Copilot:Desk:{key} is {value}: give {least} to {most}.")];
}
