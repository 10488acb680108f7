# Two stages: the SDK builds, the small runtime image runs, as a user without rights.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# The project files first: packages are restored anew only when one of these changes.
COPY MicroWins.sln global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/MicroWins/MicroWins.csproj src/MicroWins/packages.lock.json src/MicroWins/
COPY src/MicroWins.Rules/MicroWins.Rules.csproj src/MicroWins.Rules/packages.lock.json src/MicroWins.Rules/
RUN dotnet restore src/MicroWins --locked-mode

COPY appsettings.json ./
COPY prompts prompts
COPY src src
RUN dotnet publish src/MicroWins --no-restore --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/runtime:10.0
WORKDIR /app
COPY --from=build /app .

# The one place that is written to.
RUN mkdir /data && chown app:app /data
VOLUME /data
ENV Storage__ConnectionString="Data Source=/data/microwins.db"

USER app
ENTRYPOINT ["dotnet", "MicroWins.dll"]
