namespace Copilot.Evals;

internal static class EvalProgram
{
    private static int Main() => 0;
}
