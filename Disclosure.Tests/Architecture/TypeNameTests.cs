using System.Reflection;
using System.Runtime.CompilerServices;
using Disclosure.Core;
using Disclosure.Web.Components;

namespace Disclosure.Tests.Architecture;

/// <summary>A reader who meets the name of a type need not ask which of two is meant.</summary>
public sealed class TypeNameTests
{
    [Fact]
    public void ATypeName_StandsOnceInTheSolution()
    {
        Assembly[] solution = [typeof(CoreServices).Assembly, typeof(App).Assembly, typeof(TypeNameTests).Assembly];
        var doubled =
            from type in solution.SelectMany(a => a.GetTypes())
            where IsWritten(type) && IsSeen(type)
            group $"{type.Namespace}.{type.DeclaringType?.Name}" by type.Name.Split('`')[0] into places
            where places.Distinct().Count() > 1
            select $"{places.Key} stands in {string.Join(" and ", places.Distinct())}";
        Assert.Empty(doubled);
    }

    // A type and its generic sibling share a name in one place; migrations are named by what they change; _Imports only hold lines of other
    // files.
    private static bool IsWritten(Type type) =>
        type.Namespace?.StartsWith("Disclosure.", StringComparison.Ordinal) == true
        && !type.Namespace.EndsWith(".Migrations", StringComparison.Ordinal)
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && type.Name != "_Imports"
        && !type.IsDefined(typeof(CompilerGeneratedAttribute), false);

    private static bool IsSeen(Type type) => !type.IsNested || (!type.IsNestedPrivate && IsSeen(type.DeclaringType!));
}
